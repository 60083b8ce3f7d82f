-- What happens to documents without a click: the scanner is asked again, and what never arrived whole is forgotten.

create index "document_waiting_idx" on "document" ("received_at") where scan = 'waiting' and removed_at is null;
create index "upload_updated_at_idx" on "upload" ("updated_at");

grant select on document, upload to quinze_worker;
grant update (scan, removed_at) on document to quinze_worker;
grant delete on upload to quinze_worker;
grant insert on application_event to quinze_worker;

create policy "worker finds what waits for the scanner" on document for select to quinze_worker
  using (scan in ('waiting', 'clean', 'infected'));
create policy "worker keeps what the scanner said" on document for update to quinze_worker
  using (scan = 'waiting' and removed_at is null) with check (scan in ('clean', 'infected'));
create policy "worker finds what never arrived" on upload for select to quinze_worker using (true);
create policy "worker forgets what never arrived" on upload for delete to quinze_worker
  using (updated_at < (select app_now()) - interval '2 days');
create policy "worker's acts are events" on application_event for insert to quinze_worker
  with check ("by" = 'machine' and kind = 'documentRefused');
