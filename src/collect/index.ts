export { type Agreement, type AgreementLevel, agreementOf, type AgreementOptions, categoryAgreement, intensityAgreement } from './agreement.ts';
export { type Cleaned, cleanEpisodes, type Fault, FAULTS } from './clean.ts';
export { type DataSetFiles, readDataSet, writeDataSet } from './data-set.ts';
export { type Episode, type Label, labelBy, labelEpisode, readEpisode, type SelfReport, TRAITS } from './episode.ts';
export { lessonOf } from './lessons.ts';
export { findOutliers, type Outlier, UNUSUAL } from './outliers.ts';
export { type Observed, summariseFace, summariseVoice, summariseWords } from './summarise.ts';
