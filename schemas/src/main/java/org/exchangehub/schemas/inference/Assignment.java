package org.exchangehub.schemas.inference;

import java.util.Arrays;

/**
 * One-to-one assignment of the highest total: the Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(n²m). The same
 * input gives the same result.
 */
final class Assignment {

    private Assignment() {}

    /**
     * Assigns.
     *
     * @param gains by row and column, none negative; all rows of one length
     * @return the column of each row, or -1; a row may stay without when there are more rows than columns
     */
    static int[] best(double[][] gains) {
        int rows = gains.length;
        int columns = rows == 0 ? 0 : gains[0].length;
        int size = Math.max(rows, columns);
        double[] rowPotential = new double[size + 1];
        double[] columnPotential = new double[size + 1];
        int[] rowOf = new int[size + 1];
        for (int row = 1; row <= size; row++) {
            augment(gains, row, size, rowPotential, columnPotential, rowOf);
        }
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        for (int column = 1; column <= columns; column++) {
            int row = rowOf[column] - 1;
            if (row >= 0 && row < rows && gains[row][column - 1] > 0) {
                columnOf[row] = column - 1;
            }
        }
        return columnOf;
    }

    private static void augment(
            double[][] gains, int row, int size, double[] rowPotential, double[] columnPotential, int[] rowOf) {
        rowOf[0] = row;
        int at = 0;
        double[] least = new double[size + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int[] way = new int[size + 1];
        boolean[] used = new boolean[size + 1];
        do {
            used[at] = true;
            int from = rowOf[at];
            double delta = Double.POSITIVE_INFINITY;
            int next = 0;
            for (int column = 1; column <= size; column++) {
                if (!used[column]) {
                    double reduced = cost(gains, from, column) - rowPotential[from] - columnPotential[column];
                    if (reduced < least[column]) {
                        least[column] = reduced;
                        way[column] = at;
                    }
                    if (least[column] < delta) {
                        delta = least[column];
                        next = column;
                    }
                }
            }
            for (int column = 0; column <= size; column++) {
                if (used[column]) {
                    rowPotential[rowOf[column]] += delta;
                    columnPotential[column] -= delta;
                } else {
                    least[column] -= delta;
                }
            }
            at = next;
        } while (rowOf[at] != 0);
        while (at != 0) {
            int before = way[at];
            rowOf[at] = rowOf[before];
            at = before;
        }
    }

    /** Rows and columns that are not there cost nothing. */
    private static double cost(double[][] gains, int row, int column) {
        return row <= gains.length && column <= gains[0].length ? -gains[row - 1][column - 1] : 0;
    }
}
