package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The times of log lines, without a formatter: the same day stands in thousands of lines, so it is kept. */
final class Timestamps {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long INVALID = Long.MIN_VALUE;

    /** More digits than any instant has, and fewer than a long. */
    private static final int MAX_EPOCH_DIGITS = 18;

    /** The end of the year 9999, the last that a date of four digits can name. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** The first eight bytes of the last line's date, and the rest of them; 0 is none. */
    private long lastDate;

    private int lastDateRest;
    private long lastDay;

    /** Reads {@link Field#DATE} as {@code 2026-05-03} and {@link Field#TIME} as {@code 12:17:39}, both UTC. */
    boolean readIso(LogLine line) {
        byte[] bytes = line.bytes();
        int date = line.from(Field.DATE);
        int time = line.from(Field.TIME);
        if (line.to(Field.DATE) - date != 10 || line.to(Field.TIME) - time != 8) {
            return false;
        }
        return set(line, isoDay(bytes, date), secondOfDay(bytes, time), 0);
    }

    /** Reads {@code 03/May/2026:12:17:39 +0000}, which begins at an index and is 26 bytes long. */
    boolean readClf(LogLine line, int at) {
        byte[] bytes = line.bytes();
        if (bytes[at + 2] != '/' || bytes[at + 6] != '/' || bytes[at + 11] != ':' || bytes[at + 20] != ' ') {
            return false;
        }
        int rest = bytes[at + 8] << 16 | bytes[at + 9] << 8 | bytes[at + 10];
        long day = isLast(bytes, at, rest) ? lastDay : clfDay(bytes, at, rest);
        return set(line, day, secondOfDay(bytes, at + 12), offsetSeconds(bytes, at + 21));
    }

    /** Reads {@code 2026-05-03T12:17:39Z}, with or without a fraction of the second, which begins and ends there. */
    boolean readInstant(LogLine line, int from, int to) {
        byte[] bytes = line.bytes();
        int fraction = from + 19;
        if (to <= fraction || bytes[from + 10] != 'T' || bytes[to - 1] != 'Z' || !isFraction(bytes, fraction, to - 1)) {
            return false;
        }
        return set(line, isoDay(bytes, from), secondOfDay(bytes, from + 11), 0);
    }

    /** Reads {@link Field#EPOCH_SECONDS}, such as {@code 1777810659.123}. */
    boolean readEpochSeconds(LogLine line) {
        int from = line.from(Field.EPOCH_SECONDS);
        int point = Bytes.indexOf((byte) '.', line.bytes(), from, line.to(Field.EPOCH_SECONDS));
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
            int digit = Bytes.digits(line.bytes(), i, 1);
            if (digit < 0) {
                return false;
            }
            number = number * 10 + digit;
        }
        line.epochSecond(number / unitsPerSecond);
        return line.epochSecond() <= LAST_SECOND;
    }

    /** Whether there is nothing, or a point and digits. */
    private static boolean isFraction(byte[] bytes, int from, int to) {
        if (from == to) {
            return true;
        }
        boolean fraction = bytes[from] == '.' && to - from > 1;
        for (int i = from + 1; i < to; i++) {
            fraction &= Bytes.digits(bytes, i, 1) >= 0;
        }
        return fraction;
    }

    private long isoDay(byte[] bytes, int at) {
        int rest = bytes[at + 8] << 8 | bytes[at + 9];
        if (isLast(bytes, at, rest)) {
            return lastDay;
        }
        if (bytes[at + 4] != '-' || bytes[at + 7] != '-') {
            return INVALID;
        }
        int year = Bytes.digits(bytes, at, 4);
        return learn(bytes, at, rest, year, Bytes.twoDigits(bytes, at + 5), Bytes.twoDigits(bytes, at + 8));
    }

    private long clfDay(byte[] bytes, int at, int rest) {
        int month = MONTHS.indexOf(new String(bytes, at + 3, 3, US_ASCII));
        if (month < 0 || month % 3 != 0) {
            return INVALID;
        }
        int year = Bytes.digits(bytes, at + 7, 4);
        return learn(bytes, at, rest, year, month / 3 + 1, Bytes.twoDigits(bytes, at));
    }

    /** Whether the day at an index is written as that of the last line. */
    private boolean isLast(byte[] bytes, int at, int rest) {
        return Bytes.eight(bytes, at) == lastDate && rest == lastDateRest;
    }

    /** The number of a day, which is kept. */
    private long learn(byte[] bytes, int at, int rest, int year, int month, int day) {
        // LocalDate refuses other numbers that are none, but has years below 0.
        if (year < 0) {
            return INVALID;
        }
        try {
            lastDay = LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return INVALID;
        }
        lastDate = Bytes.eight(bytes, at);
        lastDateRest = rest;
        return lastDay;
    }

    private static boolean set(LogLine line, long day, long second, long offset) {
        if (day == INVALID || second == INVALID || offset == INVALID) {
            return false;
        }
        line.epochSecond(day * 86_400 + second - offset);
        return true;
    }

    private static long secondOfDay(byte[] bytes, int at) {
        int hour = Bytes.twoDigits(bytes, at);
        int minute = Bytes.twoDigits(bytes, at + 3);
        int second = Bytes.twoDigits(bytes, at + 6);
        boolean valid = bytes[at + 2] == ':' && bytes[at + 5] == ':' && hour >= 0 && hour < 24;
        // 60 is a leap second: it counts as the first of the next minute, as Unix time does.
        return valid && minute >= 0 && minute < 60 && second >= 0 && second <= 60
                ? hour * 3600L + minute * 60L + second
                : INVALID;
    }

    private static long offsetSeconds(byte[] bytes, int at) {
        int hours = Bytes.twoDigits(bytes, at + 1);
        int minutes = Bytes.twoDigits(bytes, at + 3);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || (bytes[at] != '+' && bytes[at] != '-')) {
            return INVALID;
        }
        long seconds = hours * 3600L + minutes * 60L;
        return bytes[at] == '-' ? -seconds : seconds;
    }
}
