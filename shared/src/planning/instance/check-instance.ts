import type { Instance, InstanceProblem } from './instance';

type Finding = InstanceProblem | undefined;

/** The first thing that makes an instance impossible to plan; undefined when it can be planned. */
export function problemOf(instance: Instance): Finding {
  return (
    duplicate(instance) ??
    unknownName(instance) ??
    impossibleTime(instance) ??
    impossiblePair(instance) ??
    wrongMatrix(instance) ??
    circle(instance)
  );
}

function duplicate({ patients, caregivers, services, central_offices }: Instance): Finding {
  const lists = [
    ['老人', 'patient', patients],
    ['帮手', 'caregiver', caregivers],
    ['服务', 'service', services],
    ['出发地', 'office', central_offices],
  ] as const;
  for (const [zh, en, list] of lists) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id))
        return { zh: `${zh}编号 ${id} 出现了两次。`, en: `The ${en} id ${id} appears twice.` };
      seen.add(id);
    }
  }
  return undefined;
}

function unknownName({ patients, caregivers, services, central_offices }: Instance): Finding {
  const known = new Set(services.map(({ id }) => id));
  const people = new Set(caregivers.map(({ id }) => id));
  const elders = new Set(patients.map(({ id }) => id));
  const offices = new Set(central_offices.map(({ id }) => id));
  for (const { id, required_caregivers } of patients)
    for (const { service } of required_caregivers)
      if (!known.has(service))
        return {
          zh: `老人 ${id} 要的服务 ${service} 不在服务列表里。`,
          en: `Patient ${id} needs service ${service}, which is not among the services.`,
        };
  for (const { id, abilities, starting_point } of caregivers) {
    const ability = abilities.find((each) => !known.has(each));
    if (ability !== undefined)
      return {
        zh: `帮手 ${id} 的技能 ${ability} 不在服务列表里。`,
        en: `Caregiver ${id} has the skill ${ability}, which is not among the services.`,
      };
    if (starting_point !== undefined && !offices.has(starting_point))
      return {
        zh: `帮手 ${id} 的出发地 ${starting_point} 不存在。`,
        en: `Caregiver ${id} sets out from ${starting_point}, which is not among the offices.`,
      };
  }
  for (const { id, after, incompatible_caregivers, preferred_caregivers } of patients) {
    const person = [...(incompatible_caregivers ?? []), ...(preferred_caregivers ?? [])].find(
      (each) => !people.has(each),
    );
    if (person !== undefined)
      return {
        zh: `老人 ${id} 提到的帮手 ${person} 不存在。`,
        en: `Patient ${id} names caregiver ${person}, who does not exist.`,
      };
    const elder = after?.find((each) => !elders.has(each));
    if (elder !== undefined)
      return {
        zh: `老人 ${id} 要排在 ${elder} 之后，可是没有 ${elder}。`,
        en: `Patient ${id} comes after ${elder}, who does not exist.`,
      };
  }
  return undefined;
}

function impossibleTime({ patients, caregivers, services }: Instance): Finding {
  for (const { id, default_duration } of services)
    if (default_duration !== undefined && default_duration < 0)
      return {
        zh: `服务 ${id} 的时长是负数：${default_duration}。`,
        en: `Service ${id} has a negative duration: ${default_duration}.`,
      };
  const defaults = new Map(services.map((each) => [each.id, each.default_duration]));
  for (const { id, time_window, required_caregivers } of patients) {
    const [from, to] = time_window;
    if (from > to || to < 0)
      return {
        zh: `老人 ${id} 的时间窗 [${from}, ${to}] 不可能：开始晚于结束，或在一天开始之前。`,
        en: `Patient ${id} has an impossible time window [${from}, ${to}]: it ends before it begins, or before the day.`,
      };
    for (const { service, duration } of required_caregivers) {
      const minutes = duration ?? defaults.get(service);
      if (minutes === undefined)
        return {
          zh: `老人 ${id} 的服务 ${service} 没有时长。`,
          en: `Service ${service} of patient ${id} has no duration.`,
        };
      if (minutes < 0)
        return {
          zh: `老人 ${id} 的服务 ${service} 时长是负数：${minutes}。`,
          en: `Service ${service} of patient ${id} has a negative duration: ${minutes}.`,
        };
    }
  }
  for (const { id, working_hours } of caregivers)
    for (const [from, to] of working_hours ?? [])
      if (from >= to)
        return {
          zh: `帮手 ${id} 的工作时间 [${from}, ${to}] 不可能：结束不晚于开始。`,
          en: `Caregiver ${id} has impossible working hours [${from}, ${to}]: they end before they begin.`,
        };
  return undefined;
}

function impossiblePair({ patients }: Instance): Finding {
  for (const { id, required_caregivers, synchronization } of patients) {
    const names = required_caregivers.map(({ service }) => service);
    const twice = names.find((each, at) => names.indexOf(each) < at);
    if (twice !== undefined)
      return {
        zh: `老人 ${id} 两次要同一项服务 ${twice}。`,
        en: `Patient ${id} needs the same service ${twice} twice.`,
      };
    if (synchronization === undefined) continue;
    if (names.length > 2)
      return {
        zh: `老人 ${id} 有 ${names.length} 项服务要配合，最多两项。`,
        en: `Patient ${id} has ${names.length} services to be timed together; at most two can be.`,
      };
    if (synchronization.type === 'sequential') {
      const [least, most] = synchronization.distance;
      if (least > most)
        return {
          zh: `老人 ${id} 两项服务的间隔 [${least}, ${most}] 不可能：先后自相矛盾。`,
          en: `Patient ${id} has an impossible gap [${least}, ${most}] between the two services: the order contradicts itself.`,
        };
    }
  }
  return undefined;
}

function wrongMatrix({ patients, central_offices, distances }: Instance): Finding {
  const size = central_offices.length + patients.length;
  const odd = distances.find((row) => row.length !== size);
  if (distances.length !== size || odd !== undefined)
    return {
      zh: `距离矩阵应为 ${size} 行 ${size} 列（${central_offices.length} 个出发地加 ${patients.length} 位老人），实际是 ${distances.length} 行、${odd?.length ?? distances[0]?.length ?? 0} 列。`,
      en: `The distance matrix must have ${size} rows and columns (offices: ${central_offices.length}, patients: ${patients.length}); it has ${distances.length} rows and ${odd?.length ?? distances[0]?.length ?? 0} columns.`,
    };
  for (const [row, ways] of distances.entries())
    for (const [column, way] of ways.entries())
      if (!(way >= 0 && Number.isFinite(way)))
        return {
          zh: `距离矩阵第 ${row} 行第 ${column} 列是 ${way}，不是有效的路程。`,
          en: `Row ${row}, column ${column} of the distance matrix is ${way}, which is no distance.`,
        };
  return undefined;
}

/** Patients who all wait for one another. */
function circle({ patients }: Instance): Finding {
  const after = new Map(patients.map((each) => [each.id, each.after ?? []]));
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): string[] | undefined => {
    if (done.has(id)) return undefined;
    const at = path.indexOf(id);
    if (at >= 0) return [...path.slice(at), id];
    path.push(id);
    for (const other of after.get(id) ?? []) {
      const found = visit(other);
      if (found) return found;
    }
    path.pop();
    done.add(id);
    return undefined;
  };
  for (const { id } of patients) {
    const found = visit(id);
    if (found)
      return {
        zh: `先后顺序成了圈：${found.join(' 等 ')}，谁也不能先开始。`,
        en: `The order goes in a circle: ${found.join(' waits for ')}; none can begin.`,
      };
  }
  return undefined;
}
