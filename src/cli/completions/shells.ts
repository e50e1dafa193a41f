// The shells that completions are written for, for the help; their code is loaded only when it is asked for.

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];
