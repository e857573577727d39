package org.exchangehub.benchmarks.ingest;

/**
 * One timed load.
 *
 * @param rows rows in the file, wrong ones among them
 * @param seconds from the first byte sent to the last row visible
 * @param serverCpu processor seconds of PostgreSQL and of the loading server, if there is one beside it
 * @param loaderCpu processor seconds of whoever sent the rows
 */
record Run(long rows, double seconds, double serverCpu, double loaderCpu) {

    double rate() {
        return rows / seconds;
    }

    double cpuPerMillion() {
        return serverCpu * 1e6 / rows;
    }

    double loaderCpuPerMillion() {
        return loaderCpu * 1e6 / rows;
    }
}
