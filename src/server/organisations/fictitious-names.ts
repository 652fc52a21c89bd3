const bases = ['张示例', '李样本', '王测试', '赵演示', '钱试用', '孙范例', '周虚构', '吴假定', '郑模拟', '冯练习'];
const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Names nobody bears and nobody mistakes for an official's: 张示例一, 李样本一 … 张示例二 …; each is given out once. */
export function fictitiousNames(): () => string {
  let given = 0;
  return () => {
    const base = bases[given % bases.length] ?? '张示例';
    given += 1;
    return `${base}${numeral(Math.ceil(given / bases.length))}`;
  };
}

/** 1–999 in Chinese numerals: 一, 十, 十二, 一百零五. */
export function numeral(value: number): string {
  if (value >= 100) {
    const rest = value % 100;
    const zero = rest > 0 && rest < 10 ? '零' : '';
    return `${digits[Math.floor(value / 100)] ?? ''}百${zero}${rest === 0 ? '' : belowHundred(rest, true)}`;
  }
  return belowHundred(value, false);
}

function belowHundred(value: number, saysOneTen: boolean): string {
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : `${tens === 1 && !saysOneTen ? '' : digits[tens]}十`;
  return `${ten}${digits[value % 10] ?? ''}`;
}
