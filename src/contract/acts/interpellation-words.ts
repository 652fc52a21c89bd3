import { longText } from '../fields.ts';
import { uuid } from '../route.ts';

/** What the law has a 质询案 say (监督法 §51): the same where it is drafted and where the council decides on it. */
export const interpellationWords = {
  organId: uuid.meta({ title: '质询对象', widget: 'organ' }),
  question: longText('质询的问题'),
  content: longText('质询的内容'),
};
