import type { Tour } from '../../contract/tours.ts';
import { GuidedTour } from '../ui/guided-tour.tsx';
import { useIsPhone } from '../ui/use-is-phone.ts';
import { type TourStep, tourSteps } from './tour-steps.ts';

/** The way round of one kind of people. On a phone the menu is folded, and its button stands for its entries. */
export function TourOf({ tour, onEnd }: { tour: Tour; onEnd: () => void }) {
  const isPhone = useIsPhone();
  const stops = tourSteps[tour].map((step) => ({
    title: step.title,
    text: isPhone && typeof step.at === 'object' ? `${step.text}在左上角的菜单中。` : step.text,
    target: () => placeOf(step, isPhone),
  }));
  return <GuidedTour stops={stops} onEnd={onEnd} />;
}

function placeOf({ at }: TourStep, isPhone: boolean): HTMLElement | null {
  if (at === 'page') return null;
  if (at === 'person') return document.querySelector('.person button[aria-expanded]');
  if (at === 'search') return document.querySelector(isPhone ? '.search-link' : '.head-search');
  return document.querySelector(isPhone ? '.menu-button' : `.side a[href="${at.menu}"]`);
}
