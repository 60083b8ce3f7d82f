/**
 * Where an amount or a rule was read. Each has a sentence in both languages (`benefit.source.<id>`).
 * LAPF: the Act. RAPF: the Regulation. ADEL: the ministry's manual, by subject number.
 */
export const sourceIds = [
  'lapf27',
  'lapf48',
  'lapf63',
  'rapf53',
  'rapf57',
  'rapf67_1',
  'rapf67_3',
  'rapf114',
  'rapf163',
  'rapf164',
  'rapf177_29',
  'rapf177_74',
  'rapf177_90',
  'rapf177_100',
  'oc1140_2022',
  'oc1085_2017',
  'adel42284',
  'adel42329',
  'adel42331',
  'adel42387',
  'adel42404',
  'adel42418',
  'adel42440',
  'adel42507',
  'adel42589',
  'adel42606',
  'adel42623',
  'adel42629',
  'adel42776',
  'adel43006',
  'adel43010',
  'adel43015',
  'adel43036',
  'adel43090',
  'adel43104',
  'adel43310',
  'adel43347',
  'adel44523',
  'adel226265',
  'adel226267',
  'adel228445',
  /** Québec.ca, pages of the programme in their versions of the year, and the page of allowances. */
  'quebecCa2019',
  'quebecCa2021',
  'quebecCa2022',
  'quebecCa2023',
  'quebecCaAllowances',
  /** Québec.ca, descriptions of the programmes. */
  'quebecCaProgrammes',
  'quebecCaSpecialBenefits',
  /** CREEi, parameters of the disposable-income simulator srd, 2016 to 2022, citing the Regulation. */
  'creei',
  /** Finance ministry's disposable-income calculator: edition of 2023-12 (2023 and 2024). */
  'finances2023',
  /** Note of 2025 citing Québec.ca. */
  'note2025',
  /** ArgentQC, scales of 2026 citing Québec.ca, checked by their author in August 2026. */
  'argentQc2026',
  /** Totals of 2016, 2024 and 2025 compared with the amounts for adults living with a parent. */
  'totalsCompared',
  /** Press of 2019 and 2022 about child support. */
  'press2019',
  'press2022',
  /** Press of 2020 about Aim for Employment. */
  'press2020',
  /** Press and copies of the ministry's page of 2023 about Basic Income. */
  'press2023',
  'basicIncome2023',
  /** An old page of the ministry (www4). */
  'oldPage',
  /** Procedures of the First Nations' parallel regime, which mirrors the Québec rules. */
  'parallelRegime',
  /** Derived here from two sourced amounts; the reason stands beside the entry. */
  'indexedAlike',
  /** Not found: the last amount known stays in force. */
  'lastKnown',
  /** Not found: the first amount known is used for the months before it. */
  'firstKnown',
  /** Widely known, not re-read in a publication. */
  'generalKnowledge',
  /** The Act of 2024 (Bill 71) touches this rule, on a date not found. */
  'act2024',
] as const
export type SourceId = (typeof sourceIds)[number]
