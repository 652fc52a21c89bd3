import { Link } from 'react-router';
import type { OwnConcern, OwnSuggestion } from '../../contract/deputies.ts';
import { courseStepTexts } from '../../domain/topic/suggestion-course.ts';
import { paths } from '../app/paths.ts';
import { dateText } from '../lib/formats.ts';
import { Icon } from '../ui/icons.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { Few } from './few.tsx';

/** What the deputy has brought, each with what became of it in words and marks. */
export function OwnVoices(props: { suggestions: readonly OwnSuggestion[]; concerns: readonly OwnConcern[] }) {
  const { suggestions, concerns } = props;
  return (
    <section className="section" aria-labelledby="own-voices">
      <h2 id="own-voices">我的建议和反映</h2>
      <h3>议题建议</h3>
      <Few
        rows={suggestions}
        none="您还没有提出议题建议。"
        render={(suggestion) => (
          <li key={`${suggestion.caseId}/${suggestion.id}`} className="deputy-item">
            <h4>{suggestion.title}</h4>
            <p className="deputy-quiet">
              {suggestion.caseName}，{dateText(suggestion.on)}提出
            </p>
            <Course suggestion={suggestion} />
          </li>
        )}
      />
      <h3>反映的问题</h3>
      <Few
        rows={concerns}
        none="您还没有反映问题。"
        render={(concern) => (
          <li key={`${concern.caseId}/${concern.id}`} className="deputy-item">
            <div className="deputy-item-head">
              <h4>
                <Link to={paths.caseOf(concern.caseId)}>{concern.caseName}</Link>
              </h4>
              {concern.answer === null ? (
                <StateTag tone="waiting" text="待答复" />
              ) : (
                <StateTag tone="done" text="已答复" />
              )}
            </div>
            <p>{concern.text}</p>
            <p className="deputy-quiet">{dateText(concern.on)}反映</p>
            {concern.answer === null ? null : (
              <blockquote className="deputy-answer">
                <strong>答复</strong>
                <p>{concern.answer}</p>
              </blockquote>
            )}
          </li>
        )}
      />
    </section>
  );
}

const marks = { reached: 'done', ended: 'off', ahead: 'waiting' } as const;

function Course({ suggestion }: { suggestion: OwnSuggestion }) {
  const { course, topic, title } = suggestion;
  return (
    <ol className="course" aria-label={`“${title}”的办理情况`}>
      {course.map(({ step, state }) => (
        <li key={step} className={`course-${state}`}>
          <Icon name={marks[state]} />
          <span>
            {courseStepTexts[step][state]}
            {state === 'ahead' ? <small>（尚未进行）</small> : null}
            {step === 'settled' && topic !== null ? (
              <>
                ：<Link to={paths.caseOf(topic.id)}>{topic.name}</Link>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
