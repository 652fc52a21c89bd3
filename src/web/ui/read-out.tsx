import { Typography } from 'antd';
import './read-out.css';

/** A text that is read out as it stands, in letters for a lectern; copied with one click. */
export function ReadOut({ title, text }: { title: string; text: string }) {
  return (
    <section className="read-out" aria-label={title}>
      <strong>{title}</strong>
      <Typography.Paragraph copyable={{ text, tooltips: ['复制宣读稿', '已复制'] }}>{text}</Typography.Paragraph>
    </section>
  );
}
