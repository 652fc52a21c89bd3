import { Pagination } from 'antd';

/** Which page of a long list is shown and how long it is; nothing for a list that fits one page. */
export function ListPages(props: { page: number; pageSize: number; total: number; onTurn: (page: number) => void }) {
  const { page, pageSize, total, onTurn } = props;
  if (total <= pageSize) return null;
  return (
    <nav className="list-pages" aria-label="翻页">
      <Pagination
        current={page}
        pageSize={pageSize}
        total={total}
        showSizeChanger={false}
        responsive
        showTotal={(all, [first, last]) => `第${first}至${last}条，共${all}条`}
        onChange={(to) => {
          onTurn(to);
          document.getElementById('main')?.scrollIntoView();
        }}
      />
    </nav>
  );
}
