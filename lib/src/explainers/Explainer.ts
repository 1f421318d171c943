import type { MaskProblem } from './MaskProblem';

/**
 * What explains subjects of one kind: built once from a model, used on many. Explaining is preparing a problem and solving it, so that
 * whoever wants to look at the problem (a study, a bench) prepares it and has the very same.
 *
 * @typeParam Subject a photograph, a series
 * @typeParam Call what belongs to one explanation: class, seed, observers
 */
export interface Explainer<Subject, Call, Row extends object, Scene, Explanation> {
  /** The caller disposes the problem. */
  prepare(subject: Subject, call?: Call): MaskProblem<Row, Scene> | Promise<MaskProblem<Row, Scene>>;
  explain(subject: Subject, call?: Call): Promise<Explanation>;
}
