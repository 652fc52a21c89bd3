import { fictitiousWorkbook } from './fictitious-workbook.ts';
import type { WorkbookRows } from './workbook-sheets.ts';

/**
 * The demo: the real structure of Mianyang (codes GB/T 2260, 41 members of the city committee, five parks) with people who do not
 * exist. County sizes are chosen within the legal band of 15 to 35, they are not the real ones.
 */
export function mianyangWorkbook(): WorkbookRows {
  return fictitiousWorkbook({
    cityCode: '510700',
    cityName: '绵阳市',
    shortName: '绵阳',
    members: 41,
    population: 4_868_243,
    parks: ['绵阳高新区', '绵阳经开区', '科技城新区', '科创区', '仙海区'],
    counties: [
      { code: '510703', name: '涪城区', shortName: '涪城', members: 33, tile: { column: 1, row: 2 } },
      { code: '510704', name: '游仙区', shortName: '游仙', members: 29, tile: { column: 2, row: 2 } },
      { code: '510705', name: '安州区', shortName: '安州', members: 27, tile: { column: 0, row: 2 } },
      { code: '510722', name: '三台县', shortName: '三台', members: 35, tile: { column: 1, row: 3 } },
      { code: '510723', name: '盐亭县', shortName: '盐亭', members: 25, tile: { column: 2, row: 3 } },
      { code: '510725', name: '梓潼县', shortName: '梓潼', members: 23, tile: { column: 2, row: 1 } },
      { code: '510726', name: '北川羌族自治县', shortName: '北川', members: 21, tile: { column: 0, row: 1 } },
      { code: '510727', name: '平武县', shortName: '平武', members: 19, tile: { column: 1, row: 0 } },
      { code: '510781', name: '江油市', shortName: '江油', members: 31, tile: { column: 1, row: 1 } },
    ],
    departments: [
      '发展改革委',
      '教育体育局',
      '科技局',
      '住房城乡建设委',
      '交通运输局',
      '农业农村局',
      '生态环境局',
      '应急管理局',
      '民政局',
      '卫生健康委',
    ],
  });
}
