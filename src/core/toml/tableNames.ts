/** Finds the path of every table: the elements of arrays of tables are numbered as they come. */
export interface TableNames {
  /** An array's header names its next element; every other its table, in the last element of the arrays on the way. */
  pathOf(parts: readonly string[], isArray: boolean): readonly (string | number)[];
  isArray(parts: readonly string[]): boolean;
}

interface TableName {
  readonly children: Map<string, TableName>;
  /** Of an array of tables; 0 for a table. */
  count: number;
}

export function createTableNames(): TableNames {
  const root = newName();
  return {
    pathOf: (parts, isArray) => walk(root, parts, isArray),
    isArray: parts => (find(root, parts)?.count ?? 0) > 0,
  };
}

function walk(root: TableName, parts: readonly string[], isArray: boolean): readonly (string | number)[] {
  const path: (string | number)[] = [];
  let table = root;
  parts.forEach((part, index) => {
    table = childOf(table, part);
    if (isArray && index === parts.length - 1) addElement(table);
    path.push(part);
    if (table.count > 0) path.push(table.count - 1);
  });
  return path;
}

function childOf(table: TableName, part: string): TableName {
  const known = table.children.get(part);
  if (known) return known;
  const child = newName();
  table.children.set(part, child);
  return child;
}

/** What stood in the element before is of no more use. */
function addElement(table: TableName): void {
  table.children.clear();
  table.count += 1;
}

function find(root: TableName, parts: readonly string[]): TableName | undefined {
  return parts.reduce<TableName | undefined>((table, part) => table?.children.get(part), root);
}

function newName(): TableName {
  return { children: new Map(), count: 0 };
}
