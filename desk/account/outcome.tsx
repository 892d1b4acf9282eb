/** What became of it, read out when it changes. */
export function Outcome({ trouble, done }: { trouble: string | null, done: string | null }) {
  return <><p class="note" role="alert" hidden={trouble === null}>{trouble}</p><p class="quiet" role="status">{done}</p></>
}
