import { Link } from 'react-router';
import type { OwnConcern, OwnSuggestion } from '../../contract/deputies.ts';
import { courseStepTexts } from '../../domain/topic/suggestion-course.ts';
import { paths } from '../app/paths.ts';
import { dateText } from '../lib/formats.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { WayList } from '../ui/way-list.tsx';
import { ExportOwn, Few } from './few.tsx';

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
            <Outcome suggestion={suggestion} />
          </li>
        )}
      />
      <ExportOwn list="suggestions" rows={suggestions} />
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
      <ExportOwn list="concerns" rows={concerns} />
    </section>
  );
}

function Course({ suggestion: { course, topic, title } }: { suggestion: OwnSuggestion }) {
  return (
    <WayList
      label={`“${title}”的办理情况`}
      stages={course.map(({ step, state }) => ({
        key: step,
        state,
        text:
          step === 'settled' && topic !== null ? (
            <>
              {courseStepTexts[step][state]}：<Link to={paths.caseOf(topic.id)}>{topic.name}</Link>
            </>
          ) : (
            courseStepTexts[step][state]
          ),
      }))}
    />
  );
}

/** What the standing committee decided on the topic, once that is published, and that it is done with it. */
function Outcome({ suggestion: { results, closedOn, topic } }: { suggestion: OwnSuggestion }) {
  if (results === null && closedOn === null) return null;
  return (
    <div className="deputy-outcome">
      {results === null ? null : (
        <>
          <p>
            <strong>{dateText(results.on)}公布的审议结果</strong>
          </p>
          <ul>
            {results.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <details>
            <summary>审议意见的{results.demands.length}项要求</summary>
            <ol>
              {results.demands.map((demand) => (
                <li key={demand}>{demand}</li>
              ))}
            </ol>
          </details>
        </>
      )}
      {closedOn === null ? null : <p>{`${dateText(closedOn)}“${topic?.name ?? ''}”办结。`}</p>}
    </div>
  );
}
