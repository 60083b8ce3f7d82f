-- Asked "is it among the filings this viewer may read?", PostgreSQL gathers all of those first, and reads every filing
-- of the province to do so. Asked of one filing, it looks that one up.

alter policy "citizen reads confirmations" on filing_confirmation
  using (exists (select 1 from filing f where f.id = filing_confirmation.filing_id));
alter policy "representative reads confirmations" on filing_confirmation
  using (exists (select 1 from filing f where f.id = filing_confirmation.filing_id));
alter policy "citizen reads expected payments" on expected_payment
  using (exists (select 1 from filing f where f.id = expected_payment.filing_id)
    or (filing_id is null and household_id = (select viewer_household())));
alter policy "representative reads expected payments" on expected_payment
  using (exists (select 1 from filing f where f.id = expected_payment.filing_id)
    or (filing_id is null and household_id = (select viewer_household())));
