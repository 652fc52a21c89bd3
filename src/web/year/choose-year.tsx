import { Select } from 'antd';

/** One of the years that lack. Loaded when it is asked for: nearly nobody ever does, and a list to choose from weighs more than the page. */
export function ChooseYear(props: { years: readonly number[]; year: number; onChoose: (year: number) => void }) {
  const { years, year, onChoose } = props;
  return (
    <Select
      aria-label="以前的年度"
      value={year}
      onChange={onChoose}
      options={years.map((value) => ({ value, label: `${value}年` }))}
    />
  );
}
