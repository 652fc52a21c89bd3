import { Pagination } from 'antd';

/** Which page of a long list is shown and how long it is; nothing for a list that fits one page. */
export function ListPages(props: {
  page: number;
  pageSize: number;
  total: number;
  onTurn: (page: number) => void;
  /** What is counted: 条 unless something else. */
  unit?: string;
}) {
  const { page, pageSize, total, onTurn, unit = '条' } = props;
  if (total <= pageSize) return null;
  return (
    <nav className="list-pages" aria-label="翻页">
      <Pagination
        // As the server has it: a page past the end is the last one.
        current={Math.min(page, Math.ceil(total / pageSize))}
        pageSize={pageSize}
        total={total}
        showSizeChanger={false}
        responsive
        showTotal={(all, [first, last]) => `第${first}至${last}${unit}，共${all}${unit}`}
        onChange={(to) => {
          onTurn(to);
          document.getElementById('main')?.scrollIntoView();
        }}
      />
    </nav>
  );
}
