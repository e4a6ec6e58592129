import type { SheetChange } from '../../session/sheet';

export type Given = Extract<SheetChange, { type: 'status' }>['status'];

/** A correction while it is written: as it stands in the fields. */
export class Draft {
  kind = $state<SheetChange['type']>();
  minutes = $state('');
  from = $state('');
  to = $state('');
  status = $state<Given>('present');
  excused = $state(true);
  reason = $state('');

  constructor(begun: Pick<Draft, 'minutes' | 'from' | 'to' | 'status' | 'excused'>) {
    Object.assign(this, begun);
  }
}
