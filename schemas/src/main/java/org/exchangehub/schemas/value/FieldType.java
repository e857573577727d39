package org.exchangehub.schemas.value;

/**
 * The type of a field as the hub keeps it.
 *
 * @param precision digits in all of a DECIMAL, otherwise 0
 * @param scale digits after the point of a DECIMAL, otherwise 0
 */
public record FieldType(Kind kind, int precision, int scale) {

    /** JSON stands for arrays and nested records. */
    public enum Kind {
        STRING,
        LONG,
        INTEGER,
        DOUBLE,
        DECIMAL,
        BOOLEAN,
        DATE,
        TIMESTAMP,
        BYTES,
        JSON
    }

    public static final FieldType STRING = of(Kind.STRING);
    public static final FieldType LONG = of(Kind.LONG);
    public static final FieldType INTEGER = of(Kind.INTEGER);
    public static final FieldType DOUBLE = of(Kind.DOUBLE);
    public static final FieldType BOOLEAN = of(Kind.BOOLEAN);
    public static final FieldType DATE = of(Kind.DATE);
    public static final FieldType TIMESTAMP = of(Kind.TIMESTAMP);
    public static final FieldType BYTES = of(Kind.BYTES);
    public static final FieldType JSON = of(Kind.JSON);

    public FieldType {
        boolean decimal = kind == Kind.DECIMAL;
        if (decimal ? precision < 1 || scale < 0 || scale > precision : precision != 0 || scale != 0) {
            throw new IllegalArgumentException(kind + " cannot have precision " + precision + " and scale " + scale);
        }
    }

    public static FieldType decimal(int precision, int scale) {
        return new FieldType(Kind.DECIMAL, precision, scale);
    }

    private static FieldType of(Kind kind) {
        return new FieldType(kind, 0, 0);
    }

    /** {@code STRING}, {@code DECIMAL(18,4)} … */
    @Override
    public String toString() {
        return kind == Kind.DECIMAL ? "DECIMAL(" + precision + "," + scale + ")" : kind.name();
    }
}
