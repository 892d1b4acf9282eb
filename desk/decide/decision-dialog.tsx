// The one place where forms of decisions open, whatever asked for them.
import { useRef, useState } from 'preact/hooks'
import { texts } from '../texts/texts.ts'
import { ClaimForm, FindWordsForm } from './claim-form.tsx'
import { CorrectForm } from './correct-form.tsx'
import { Dialog } from './dialog.tsx'
import { GradeForm } from './grade-form.tsx'
import { KeyHelp } from './key-help.tsx'
import { drawnBy, type OpenForm } from './open-form.ts'
import { JudgeForm, MergeForm, MoveForm, NoteForm, RejectForm, RejectInReportForm, SplitForm, TakeBackForm, UndoForm } from './small-forms.tsx'
import { incidentInSight } from './taking.ts'

export function DecisionDialog() {
  const [opened, set] = useState<{ form: OpenForm, n: number } | null>(null), count = useRef(0)
  drawnBy((form) => { set(form === null ? null : { form, n: ++count.current }) })
  if (opened === null) return null
  return <Dialog key={opened.n} title={texts.decide.titles[opened.form.form]} close={() => { set((now) => (now?.n === opened.n ? null : now)) /* a dialog's closing is told late: another may be open by then */ }}><FormOf form={opened.form} /></Dialog>
}

function FormOf({ form }: { form: OpenForm }) {
  switch (form.form) {
    case 'publish': case 'withdraw': case 'reopen': return <JudgeForm incident={form.incident} kind={form.form} />
    case 'note': return <NoteForm incident={form.incident} />
    case 'merge': return <MergeForm incident={form.incident} />
    case 'split': return <SplitForm incident={form.incident} />
    case 'move': return <MoveForm incident={form.incident} claim={form.claim} />
    case 'reject': return <RejectForm incident={form.incident} claim={form.claim} />
    case 'undo': return <UndoForm incident={form.incident} decision={form.decision} />
    case 'correct': return <CorrectForm incident={form.incident} claim={form.claim} />
    case 'grade': return <GradeForm incident={form.incident} claim={form.claim} />
    case 'reject_in_report': return <RejectInReportForm claim={form.claim} holder={form.holder} />
    case 'add_claim': return <ClaimForm draft={form.draft} holder={form.holder} />
    case 'find_words': return <FindWordsForm report={form.report} holder={incidentInSight()} />
    case 'take_back': return <TakeBackForm taken={form.taken} />
    case 'help': return <KeyHelp />
  }
}
