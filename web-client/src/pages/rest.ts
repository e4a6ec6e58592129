/** Until when the group rests, while it does: what is past is over, whatever the view still says. */
export function restUntil(view: { breakUntil?: string }, now: number): Date | undefined {
  const until = view.breakUntil === undefined ? undefined : new Date(view.breakUntil);
  return until && until.getTime() > now ? until : undefined;
}
