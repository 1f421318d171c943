/**
 * Whether a 95 % interval is open towards more iterations and a lower speed-up: in more than 1 / 40 of the resamples the candidate never
 * arrives, so that the given end is a bound of the true one.
 */
export const isOpen = (neverReached: number): boolean => neverReached > 0.025;
