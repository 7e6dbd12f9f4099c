package dev.pagetrack.log;

/** Parses the times of log lines without a formatter. It processes eight bytes at a time, as one number. */
final class Timestamps {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long INVALID = CalendarDays.INVALID;

    /**
     * {@code 00:00:00} and {@code 0000-00-}, first byte lowest. An exclusive or with one of them leaves the values of
     * the digits, and 0 for the separators.
     */
    private static final long MIDNIGHT = 0x3030_3A30_303A_3030L;

    private static final long YEAR_0 = 0x2D30_302D_3030_3030L;

    /** Adding it to that result sets the highest bit of each byte that is not a digit, or not 0 for a separator. */
    private static final long NON_TIME = 0x7676_7F76_767F_7676L;

    private static final long NON_DATE = 0x7F76_767F_7676_7676L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    /** More digits than any valid time has, and fewer than a long can hold. */
    private static final int MAX_EPOCH_DIGITS = 18;

    /** The end of the year 9999, the last year with four digits. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** The factor of a perfect hash: it gives the twelve month names, taken as numbers, different indexes below 16. */
    private static final int MONTH_HASH_FACTOR = 2_942_285;

    private static final int[] MONTH_NAMES = new int[16];
    private static final int[] MONTH_NUMBERS = new int[16];

    static {
        for (int i = 0; i < 12; i++) {
            int name = name(MONTHS.charAt(3 * i), MONTHS.charAt(3 * i + 1), MONTHS.charAt(3 * i + 2));
            MONTH_NAMES[(name * MONTH_HASH_FACTOR) >>> 28] = name;
            MONTH_NUMBERS[(name * MONTH_HASH_FACTOR) >>> 28] = i + 1;
        }
    }

    /** Reads {@link Field#DATE} as {@code 2026-05-03} and {@link Field#TIME} as {@code 12:17:39}, both UTC. */
    boolean readIso(LogLine line) {
        byte[] bytes = line.bytes();
        int date = line.from(Field.DATE);
        int time = line.from(Field.TIME);
        if (line.to(Field.DATE) - date != 10 || line.to(Field.TIME) - time != 8) {
            return false;
        }
        return setTime(line, isoDay(bytes, date), secondOfDay(bytes, time), 0);
    }

    /** Reads {@code 03/May/2026:12:17:39 +0000}, 26 bytes from an index on. */
    boolean readClf(LogLine line, int at) {
        byte[] bytes = line.bytes();
        if (bytes[at + 11] != ':' || bytes[at + 20] != ' ') {
            return false;
        }
        return setTime(line, clfDay(bytes, at), secondOfDay(bytes, at + 12), offsetSeconds(bytes, at + 21));
    }

    /** Reads {@code 2026-05-03T12:17:39Z}, with or without a fraction of a second, from a range. */
    boolean readInstant(LogLine line, int from, int to) {
        byte[] bytes = line.bytes();
        int fraction = from + 19;
        if (to <= fraction || bytes[from + 10] != 'T' || bytes[to - 1] != 'Z' || !isFraction(bytes, fraction, to - 1)) {
            return false;
        }
        return setTime(line, isoDay(bytes, from), secondOfDay(bytes, from + 11), 0);
    }

    /** Reads {@link Field#EPOCH_SECONDS}, such as {@code 1777810659.123}. */
    boolean readEpochSeconds(LogLine line) {
        int from = line.from(Field.EPOCH_SECONDS);
        int point = ByteRanges.indexOf((byte) '.', line.bytes(), from, line.to(Field.EPOCH_SECONDS));
        return isFraction(line.bytes(), point, line.to(Field.EPOCH_SECONDS)) && readEpoch(line, from, point, 1);
    }

    /** Reads {@link Field#EPOCH_MILLIS}, such as {@code 1777810659123}. */
    boolean readEpochMillis(LogLine line) {
        return readEpoch(line, line.from(Field.EPOCH_MILLIS), line.to(Field.EPOCH_MILLIS), 1000);
    }

    private static boolean readEpoch(LogLine line, int from, int to, int unitsPerSecond) {
        if (to - from < 1 || to - from > MAX_EPOCH_DIGITS) {
            return false;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = ByteRanges.digits(line.bytes(), i, 1);
            if (digit < 0) {
                return false;
            }
            number = number * 10 + digit;
        }
        line.epochSecond(number / unitsPerSecond);
        return line.epochSecond() <= LAST_SECOND;
    }

    /** Whether a range is empty, or holds a point and digits. */
    private static boolean isFraction(byte[] bytes, int from, int to) {
        if (from == to) {
            return true;
        }
        boolean fraction = bytes[from] == '.' && to - from > 1;
        for (int i = from + 1; i < to; i++) {
            fraction &= ByteRanges.digits(bytes, i, 1) >= 0;
        }
        return fraction;
    }

    private static long isoDay(byte[] bytes, int at) {
        long date = ByteRanges.longAt(bytes, at) ^ YEAR_0;
        int day = ByteRanges.twoDigits(bytes, at + 8);
        if (((date | (date + NON_DATE)) & HIGH_BITS) != 0 || day < 0) {
            return INVALID;
        }
        int year = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
        return CalendarDays.epochDay(year, digit(date, 5) * 10 + digit(date, 6), day);
    }

    private static long clfDay(byte[] bytes, int at) {
        int century = ByteRanges.twoDigits(bytes, at + 7);
        int year = ByteRanges.twoDigits(bytes, at + 9);
        int day = ByteRanges.twoDigits(bytes, at);
        boolean valid = century >= 0 && year >= 0 && bytes[at + 2] == '/' && bytes[at + 6] == '/';
        return valid ? CalendarDays.epochDay(century * 100 + year, month(bytes, at + 3), day) : INVALID;
    }

    /** The number of a month by its name, or 0 if it is unknown. */
    private static int month(byte[] bytes, int at) {
        int name = name(bytes[at], bytes[at + 1], bytes[at + 2]);
        int place = (name * MONTH_HASH_FACTOR) >>> 28;
        return MONTH_NAMES[place] == name ? MONTH_NUMBERS[place] : 0;
    }

    private static int name(int first, int second, int third) {
        return (first & 0xFF) << 16 | (second & 0xFF) << 8 | (third & 0xFF);
    }

    private static boolean setTime(LogLine line, long day, long second, long offset) {
        if (day == INVALID || second == INVALID || offset == INVALID) {
            return false;
        }
        line.epochSecond(day * 86_400 + second - offset);
        return true;
    }

    private static long secondOfDay(byte[] bytes, int at) {
        long time = ByteRanges.longAt(bytes, at) ^ MIDNIGHT;
        if (((time | (time + NON_TIME)) & HIGH_BITS) != 0) {
            return INVALID;
        }
        int hour = digit(time, 0) * 10 + digit(time, 1);
        int minute = digit(time, 3) * 10 + digit(time, 4);
        int second = digit(time, 6) * 10 + digit(time, 7);
        // 60 is a leap second. As in Unix time, it counts as the first second of the next minute.
        return hour < 24 && minute < 60 && second <= 60 ? hour * 3600L + minute * 60L + second : INVALID;
    }

    private static long offsetSeconds(byte[] bytes, int at) {
        int hours = ByteRanges.twoDigits(bytes, at + 1);
        int minutes = ByteRanges.twoDigits(bytes, at + 3);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || (bytes[at] != '+' && bytes[at] != '-')) {
            return INVALID;
        }
        long seconds = hours * 3600L + minutes * 60L;
        return bytes[at] == '-' ? -seconds : seconds;
    }

    private static int digit(long digits, int place) {
        return (int) (digits >>> (place * Byte.SIZE)) & 0xF;
    }
}
