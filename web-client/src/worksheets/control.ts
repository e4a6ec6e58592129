import type { Address, Item } from './form';

/** What every control of a question is given. */
export interface Control {
  item: Item;
  address: Address;
  /** What its label names. */
  id: string;
  described?: string | undefined;
  wrong?: boolean;
}
