import type { clinic } from '../../i18n/clinic-book';
import type { Say } from '../../i18n/text';
import { Attempt } from '../../session/attempt';
import { outcomeOf } from '../opened.svelte';
import type { Outcome } from '../opened.svelte';

/**
 * One wish of a form, however often its button is pressed: asked once at a time, under one id while its words stay the
 * same. What is typed is the form's, and stays whatever became of the wish.
 */
export class Deed {
  readonly #t: Say<(typeof clinic)['en']>;
  readonly #attempt = new Attempt();
  #busy = $state(false);
  #trouble = $state('');
  #code = $state('');

  constructor(t: Say<(typeof clinic)['en']>) {
    this.#t = t;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** Why it was not done, for the person who asked; empty when nothing is wrong. */
  get trouble(): string {
    return this.#trouble;
  }

  /** Of the server's refusal, for forms that know what to ask next. */
  get code(): string {
    return this.#code;
  }

  /** What the form itself finds missing. */
  miss(sentence: string): void {
    this.#trouble = sentence;
  }

  /** @returns what was answered; nothing when it was not done, or is still being asked */
  async ask<T>(words: object, wish: (command: string) => Promise<T>): Promise<{ got: T } | undefined> {
    if (this.#busy) return undefined;
    this.#busy = true;
    this.#trouble = '';
    this.#code = '';
    try {
      return { got: await wish(this.#attempt.commandFor(words)) };
    } catch (problem) {
      this.#say(outcomeOf(problem));
      return undefined;
    } finally {
      this.#busy = false;
    }
  }

  #say(outcome: Outcome): void {
    switch (outcome.is) {
      case 'done':
        return;
      case 'refused':
        this.#code = outcome.code;
        this.#trouble = outcome.text;
        return;
      case 'no-line':
      case 'sign-in':
      case 'sign-in-anew':
      case 'role':
      case 'slow-down':
      case 'not-noted':
      case 'other':
        this.#trouble = this.#t(`trouble.${outcome.is}`);
    }
  }
}
