import { BarChart } from '@mantine/charts';
import { Center } from '@mantine/core';
import { clock } from '@/parts/When';
import { useZone } from '@/parts/zone';

const HOUR = 3_600_000;

/** Findings hour by hour; the last bar is the hour that ends now. */
export default function Hours({ at, byHour }: { at: string; byHour: number[] }) {
  const [zone] = useZone();
  const end = Date.parse(at);
  const data = byHour.map((findings, index) => ({
    hour: clock(end - (byHour.length - index) * HOUR, zone, false),
    Findings: findings,
  }));
  if (byHour.every((one) => one === 0)) {
    return (
      <Center h={110} c="dimmed" fz="sm">
        No finding in the last 24 hours
      </Center>
    );
  }
  return (
    <BarChart
      h={110}
      data={data}
      dataKey="hour"
      series={[{ name: 'Findings', color: 'var(--acso-accent-solid)' }]}
      gridAxis="x"
      tickLine="none"
      yAxisProps={{ width: 34, tickCount: 3, allowDecimals: false }}
      xAxisProps={{ interval: 5, tickMargin: 6 }}
      barChartProps={{ margin: { left: 0, right: 4, top: 6 } }}
      barProps={{ radius: 2, isAnimationActive: false }}
      aria-label={`Findings hour by hour, ${byHour.reduce((sum, one) => sum + one, 0)} in all`}
      role="img"
    />
  );
}
