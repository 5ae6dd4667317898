/** The job as Flink's reporter writes it in labels: what is no letter, digit or colon becomes "_". */
const JOB = 'job_name="takedown_compliance"';
const OPERATOR = "flink_taskmanager_job_task_operator_";

/**
 * A metric of an operator of the job.
 *
 * @param name with the names of its groups
 * @param more further conditions on labels
 */
export function ofOperator(name: string, more?: string): string {
  return `${OPERATOR}${name}{${more === undefined ? JOB : `${JOB},${more}`}}`;
}

/**
 * A metric of a task of the job.
 *
 * @param more further conditions on labels
 */
export function ofTask(name: string, more: string): string {
  return `flink_taskmanager_job_task_${name}{${JOB},${more}}`;
}

/** A metric of the whole job. */
export function ofJob(name: string): string {
  return `flink_jobmanager_job_${name}{${JOB}}`;
}

/** How many jobs run. */
export const RUNNING_JOBS = "sum(flink_jobmanager_numRunningJobs)";
