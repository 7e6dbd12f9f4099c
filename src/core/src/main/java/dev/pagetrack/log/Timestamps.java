package dev.pagetrack.log;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The times of log lines, without a formatter: the same day stands in thousands of lines, so it is kept. */
final class Timestamps {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long INVALID = Long.MIN_VALUE;

    private int lastDate = -1;
    private long lastDay;

    /** Reads {@link Field#DATE} as {@code 2026-05-03} and {@link Field#TIME} as {@code 12:17:39}, both UTC. */
    boolean readIso(LogLine line) {
        byte[] bytes = line.bytes();
        int date = line.from(Field.DATE);
        int time = line.from(Field.TIME);
        if (line.to(Field.DATE) - date != 10 || line.to(Field.TIME) - time != 8) {
            return false;
        }
        if (bytes[date + 4] != '-' || bytes[date + 7] != '-') {
            return false;
        }
        long day =
                day(Bytes.digits(bytes, date, 4), Bytes.digits(bytes, date + 5, 2), Bytes.digits(bytes, date + 8, 2));
        return set(line, day, secondOfDay(bytes, time), 0);
    }

    /** Reads {@code 03/May/2026:12:17:39 +0000}, which begins at an index and is 26 bytes long. */
    boolean readClf(LogLine line, int at) {
        byte[] bytes = line.bytes();
        if (bytes[at + 2] != '/' || bytes[at + 6] != '/' || bytes[at + 11] != ':' || bytes[at + 20] != ' ') {
            return false;
        }
        int month = MONTHS.indexOf(new String(bytes, at + 3, 3, US_ASCII));
        if (month < 0 || month % 3 != 0) {
            return false;
        }
        long day = day(Bytes.digits(bytes, at + 7, 4), month / 3 + 1, Bytes.digits(bytes, at, 2));
        return set(line, day, secondOfDay(bytes, at + 12), offsetSeconds(bytes, at + 21));
    }

    private static boolean set(LogLine line, long day, long second, long offset) {
        if (day == INVALID || second == INVALID || offset == INVALID) {
            return false;
        }
        line.epochSecond(day * 86_400 + second - offset);
        return true;
    }

    private long day(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
            return INVALID;
        }
        int date = (year * 16 + month) * 32 + day;
        if (date != lastDate) {
            try {
                lastDay = LocalDate.of(year, month, day).toEpochDay();
                lastDate = date;
            } catch (DateTimeException e) {
                return INVALID;
            }
        }
        return lastDay;
    }

    private static long secondOfDay(byte[] bytes, int at) {
        int hour = Bytes.digits(bytes, at, 2);
        int minute = Bytes.digits(bytes, at + 3, 2);
        int second = Bytes.digits(bytes, at + 6, 2);
        boolean valid = bytes[at + 2] == ':' && bytes[at + 5] == ':' && hour >= 0 && hour < 24;
        // 60 is a leap second: it counts as the first of the next minute, as Unix time does.
        return valid && minute >= 0 && minute < 60 && second >= 0 && second <= 60
                ? hour * 3600L + minute * 60L + second
                : INVALID;
    }

    private static long offsetSeconds(byte[] bytes, int at) {
        int hours = Bytes.digits(bytes, at + 1, 2);
        int minutes = Bytes.digits(bytes, at + 3, 2);
        if (hours < 0 || minutes < 0 || (bytes[at] != '+' && bytes[at] != '-')) {
            return INVALID;
        }
        long seconds = hours * 3600L + minutes * 60L;
        return bytes[at] == '-' ? -seconds : seconds;
    }
}
