package org.exchangehub.core.quality;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.exchangehub.core.catalog.Entry.UpdateCycle;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How quality is scored. The defaults are the hub's own: GB/T 36344 sets neither weights nor grades, as far as we know it.
 *
 * @param windowDays days that the current scorecard rests on
 * @param weights what the dimensions count for in the score, relative to each other
 * @param grades the lowest score of each grade
 * @param graceDays calendar days that a dataset may be late before it is overdue
 */
@Validated
@ConfigurationProperties(prefix = "hub.quality", ignoreUnknownFields = false)
record QualitySettings(
        @DefaultValue("30") @Min(1) @Max(366) int windowDays,
        @DefaultValue @Valid Weights weights,
        @DefaultValue @Valid Grades grades,
        @DefaultValue @Valid GraceDays graceDays) {

    /** 0 to 1000, at least one above 0; a dimension of weight 0 is shown and not counted. */
    record Weights(
            @DefaultValue("20") @Min(0) @Max(1000) int completeness,
            @DefaultValue("25") @Min(0) @Max(1000) int validity,
            @DefaultValue("15") @Min(0) @Max(1000) int uniqueness,
            @DefaultValue("20") @Min(0) @Max(1000) int consistency,
            @DefaultValue("15") @Min(0) @Max(1000) int timeliness,
            @DefaultValue("5") @Min(0) @Max(1000) int accessibility) {

        public Weights {
            if (completeness + validity + uniqueness + consistency + timeliness + accessibility == 0) {
                throw new IllegalArgumentException("expected a weight above 0, found none");
            }
        }

        int of(Dimension dimension) {
            return switch (dimension) {
                case COMPLETENESS -> completeness;
                case VALIDITY -> validity;
                case UNIQUENESS -> uniqueness;
                case CONSISTENCY -> consistency;
                case TIMELINESS -> timeliness;
                case ACCESSIBILITY -> accessibility;
            };
        }
    }

    /** Grades A to D from these scores on, 0 to 100; below is E. */
    record Grades(
            @DefaultValue("98") @DecimalMin("0") @DecimalMax("100")
            double a,

            @DefaultValue("95") @DecimalMin("0") @DecimalMax("100")
            double b,

            @DefaultValue("85") @DecimalMin("0") @DecimalMax("100")
            double c,

            @DefaultValue("70") @DecimalMin("0") @DecimalMax("100")
            double d) {

        public Grades {
            if (!(a > b && b > c && c > d)) {
                throw new IllegalArgumentException(
                        "expected a > b > c > d, found " + a + ", " + b + ", " + c + ", " + d);
            }
        }

        Grade of(double score) {
            if (score >= a) {
                return Grade.A;
            }
            if (score >= b) {
                return Grade.B;
            }
            if (score >= c) {
                return Grade.C;
            }
            return score >= d ? Grade.D : Grade.E;
        }
    }

    /** Five grades, the best first. */
    enum Grade {
        A,
        B,
        C,
        D,
        E
    }

    /** Days by update cycle, 0 to 366. */
    record GraceDays(
            @DefaultValue("1") @Min(0) @Max(366) int realtime,
            @DefaultValue("1") @Min(0) @Max(366) int daily,
            @DefaultValue("2") @Min(0) @Max(366) int weekly,
            @DefaultValue("5") @Min(0) @Max(366) int monthly,
            @DefaultValue("10") @Min(0) @Max(366) int quarterly,
            @DefaultValue("30") @Min(0) @Max(366) int yearly) {

        int of(UpdateCycle cycle) {
            return switch (cycle) {
                case REALTIME -> realtime;
                case DAILY -> daily;
                case WEEKLY -> weekly;
                case MONTHLY -> monthly;
                case QUARTERLY -> quarterly;
                case YEARLY -> yearly;
            };
        }
    }
}
