/** The tabs of the area, as far as one needs to know to go there. */
export const huntingPlaces = [
  { path: 'query', title: 'Query', lead: 'Ask the lake of all events with SQL. A query only reads.', needs: 'lake.query' },
  { path: 'intelligence', title: 'Intelligence', lead: 'What is known to be bad.', needs: 'intelligence.read' },
  { path: 'rules', title: 'Rules', lead: 'What is looked for in every event, as Sigma.', needs: 'rule.read' },
] as const;
