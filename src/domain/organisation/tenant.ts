export type Level = 'city' | 'county';

export const levelNames = { city: '市级', county: '县级' } satisfies Record<Level, string>;

/** Everybody who keeps a ledger chain of his own: a standing committee, an organ it supervises, a party committee office. */
export type TenantKind = 'body' | 'organ' | 'party-office';

/** 一府一委两院 and departments (监督法 §6). */
export const organKinds = ['government', 'supervisory-commission', 'court', 'procuratorate', 'department'] as const;
export type OrganKind = (typeof organKinds)[number];

export const organKindNames = {
  government: '人民政府',
  'supervisory-commission': '监察委员会',
  court: '人民法院',
  procuratorate: '人民检察院',
  department: '部门',
} satisfies Record<OrganKind, string>;

export const tenantKindNames = { body: '人大常委会', organ: '机关', 'party-office': '党委办公室' } satisfies Record<
  TenantKind,
  string
>;

/** The facts of a tenant that every member of the linkage may know: names are public. */
export type Tenant = {
  id: string;
  kind: TenantKind;
  level: Level;
  /** GB/T 2260 code of the area it belongs to. */
  areaCode: string;
  name: string;
  shortName: string;
  /** The standing committee of the same area: itself for a body. */
  bodyId: string;
  organKind?: OrganKind;
  /** Place of a county in the tile picture, from the workbook. */
  tile?: { column: number; row: number };
};

/** An office (办公室) or committee (委室) inside a tenant. */
export type Unit = { id: string; tenantId: string; name: string; kind: 'office' | 'committee' };
