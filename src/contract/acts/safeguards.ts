import { z } from 'zod';
import type * as deputies from '../../domain/safeguards/deputy-acts.ts';
import { activityNames, invitationOutcomeNames } from '../../domain/safeguards/invitation.ts';
import type * as party from '../../domain/safeguards/party-acts.ts';
import { partyReportNames } from '../../domain/safeguards/party-acts.ts';
import * as posts from '../../domain/safeguards/post-acts.ts';
import { longText, optionalText, shortText } from '../fields.ts';
import { plainDate, uuid } from '../route.ts';

const about = z.enum(['contact', 'information', 'problem-and-rectification']).meta({
  title: '类别',
  labels: {
    contact: posts.postAboutNames.contact,
    information: posts.postAboutNames.information,
    'problem-and-rectification': posts.postAboutNames['problem-and-rectification'],
  },
});

const invitationId = z.string().max(80).meta({ title: '邀请', widget: 'invitation' });

export const safeguardsActSchemas = {
  'flag-major-matter': z.object({
    matter: shortText('重大问题或者重大事项'),
  }) satisfies z.ZodType<party.FlagMajorMatter>,
  'report-to-party': z.object({
    form: z.enum(['request', 'report']).meta({ title: '文种', labels: partyReportNames }),
    matterIds: z.array(z.string().meta({ widget: 'major-matter' })).meta({ title: '涉及的重大事项' }),
    matter: shortText('事项'),
    text: longText('内容'),
  }) satisfies z.ZodType<party.ReportToParty>,
  coordinate: z.object({
    toIds: z
      .array(uuid.meta({ widget: 'county' }))
      .min(1, '请选择县（市、区）')
      .meta({ title: '发给' }),
    subject: shortText('事由'),
    text: longText('内容'),
  }) satisfies z.ZodType<posts.Post>,
  /** The same form for a body and an organ; an organ writes to its own standing committee whatever `toIds` says. */
  exchange: z.object({
    toIds: z.array(uuid.meta({ widget: 'partner' })).meta({ title: '发给' }),
    about,
    subject: shortText('事由'),
    text: longText('内容'),
  }) satisfies z.ZodType<posts.Exchange>,
  'invite-deputies': z.object({
    activity: z.enum(['screening', 'research', 'session', 'tracking']).meta({ title: '活动', labels: activityNames }),
    day: plainDate.meta({ title: '活动日期' }),
    deputyIds: z
      .array(uuid.meta({ widget: 'deputy' }))
      .min(1, '请选择代表')
      .meta({ title: '邀请的代表' }),
    text: longText('邀请内容'),
  }) satisfies z.ZodType<deputies.InviteDeputies>,
  'answer-invitation': z.discriminatedUnion('outcome', [
    z.object({
      invitationId,
      outcome: z.literal('accepted').meta({ title: '答复', labels: { accepted: invitationOutcomeNames.accepted } }),
    }),
    z.object({
      invitationId,
      outcome: z.literal('declined').meta({ title: '答复', labels: { declined: invitationOutcomeNames.declined } }),
      reason: longText('不能参加的理由'),
    }),
  ]) satisfies z.ZodType<deputies.AnswerInvitation>,
  'raise-concern': z.object({ text: longText('反映的问题') }) satisfies z.ZodType<deputies.RaiseConcern>,
  'answer-concern': z.object({
    concernId: z.string().meta({ title: '代表反映的问题', widget: 'concern' }),
    answer: longText('答复'),
  }) satisfies z.ZodType<deputies.AnswerConcern>,
  summarise: z.object({
    practice: longText('好做法、好经验'),
    problems: optionalText('存在的问题'),
    publicity: longText('宣传情况'),
  }) satisfies z.ZodType<party.Summarise>,
};
