// The points of one possible name, each with its reason in plain English. A reason never holds text of the chat.

export type Role = 'patient' | 'relative' | 'staff' | 'unknown';

export interface Point {
  readonly points: number;
  readonly because: string;
}

export interface Tally {
  points: Point[];
  score: number;
  readonly roles: RoleWeights;
  /** True when a cue says that a place, an animal or a thing bears the name. */
  isThing: boolean;
}

/** Weight from which cues make somebody a patient. */
const FIRM = 0.5;

export interface RoleWeights {
  patient: number;
  relative: number;
  staff: number;
}

export const newTally = (): Tally => ({
  points: [],
  score: 0,
  roles: { patient: 0, relative: 0, staff: 0 },
  isThing: false,
});

/** Adds a point; `role` says whom the cue points to, `weight` how firmly (as much as the points, if not given). */
export function add(
  tally: Tally,
  points: number,
  because: string,
  role?: Exclude<Role, 'unknown'>,
  weight = points,
): void {
  tally.points.push({ points, because });
  tally.score += points;
  if (role) tally.roles[role] += weight;
}

/** Relatives win ties, since a kin word is a firm cue; staff must outweigh patient, since a missed patient is worse. */
export function roleOf({ patient, relative, staff }: RoleWeights): Role {
  if (relative > 0 && relative >= patient && relative >= staff) return 'relative';
  if (staff > patient) return 'staff';
  return patient >= FIRM ? 'patient' : 'unknown';
}
