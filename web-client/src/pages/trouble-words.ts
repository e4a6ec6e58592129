import type { en } from '../i18n/en';
import type { Say } from '../i18n/text';
import { browserKind } from './browser';
import type { DeviceTrouble } from './own';

export interface TroubleWords {
  title: string;
  advice: string;
  /** Whether trying again on this page can help. */
  again: boolean;
}

/** What is wrong with a camera or microphone, and the one next step in this browser. */
export function troubleWords({ which, why }: DeviceTrouble, t: Say<typeof en>): TroubleWords {
  switch (why) {
    case 'refused': {
      const advice = t(`trouble.allow.${browserKind(navigator.userAgent)}`);
      return { title: t(`trouble.${which}.${why}`), advice, again: true };
    }
    case 'missing':
      return { title: t(`trouble.${which}.${why}`), advice: t('trouble.plug-in'), again: true };
    case 'in-use':
      return { title: t(`trouble.${which}.${why}`), advice: t('trouble.close-app'), again: true };
    case 'insecure':
    case 'in-app-browser':
      return { title: t(`trouble.${why}`), advice: t('trouble.open-other'), again: false };
  }
}
