import { type ReactNode, useEffect } from 'react';

/** The frame of the pages in front of the sign-in: the name of the system, one sheet of paper. */
export function OutsideFrame(props: { title: string; lead?: string; isWide?: boolean; children: ReactNode }) {
  const { title, lead, isWide = false, children } = props;
  useEffect(() => {
    document.title = `${title} · 联督`;
  }, [title]);
  return (
    <div className="outside">
      <header className="outside-head">
        <span className="brand">
          <img src="/emblem.svg" alt="" width={36} height={36} />
          <span className="brand-name">联督</span>
          <span className="brand-long">市县人大联动监督工作系统</span>
        </span>
      </header>
      <main id="main">
        <section className={isWide ? 'sheet wide' : 'sheet'} aria-labelledby="sheet-title">
          <h1 id="sheet-title">{title}</h1>
          {lead === undefined ? null : <p className="lead">{lead}</p>}
          {children}
        </section>
      </main>
    </div>
  );
}
