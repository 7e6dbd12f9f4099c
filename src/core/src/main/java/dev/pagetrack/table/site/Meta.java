package dev.pagetrack.table.site;

import dev.pagetrack.page.PagePath;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.OpenTable;
import dev.pagetrack.table.item.TableException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The {@code META} item: what must not differ from one run to the next, or must be said when it does. */
public final class Meta {

    private final OpenTable table;
    private final Map<String, AttributeValue> key;

    public Meta(OpenTable table) {
        this.table = table;
        this.key = table.attributes().meta();
    }

    /**
     * Agrees with the runs before.
     *
     * @throws TableException if the table's pages are named by another version, or its raw views kept for another time
     */
    public SiteAgreement agree(SiteAgreement.Wanted wanted) {
        return changed(old -> {
            requireSameNaming(old);
            var stored = retention(old);
            requireSameRetention(stored, wanted.retention());
            var retention = stored.or(wanted::retention);
            var policy = policy(old);
            var next = new TreeMap<>(old);
            next.put(Attributes.VERSION, Attributes.number(PagePath.VERSION));
            next.put(Attributes.POLICY, stored(wanted.policy()));
            retention.ifPresent(kept -> next.put(Attributes.RETENTION, Attributes.number(kept.days())));
            var changed = policy.isEmpty() ? Set.<String>of() : differing(policy, wanted.policy());
            return new Change<>(next, new SiteAgreement(retention, complete(old), changed));
        });
    }

    /** What the runs before agreed on. */
    public SiteAgreement agreement() {
        var item = read();
        return new SiteAgreement(retention(item), complete(item), Set.of());
    }

    /**
     * Notes how pages are named, before views of an old layout are moved here.
     *
     * @throws TableException if raw views expire here: a moved one that has expired would be moved, and count, again
     */
    public void beginMove() {
        changed(old -> {
            requireSameNaming(old);
            if (retention(old).isPresent() || complete(old).isPresent()) {
                throw new TableException(
                        "raw views of this site expire, and one that has expired would be moved, and count,"
                                + " again: take a new <siteId> (pagetrack.siteId), and switch <retention> on after moving.");
            }
            var next = new TreeMap<>(old);
            next.put(Attributes.VERSION, Attributes.number(PagePath.VERSION));
            return new Change<>(next, next);
        });
    }

    /** A rebuild changed something. */
    public void countRebuild() {
        var update = new Expression();
        update.add(Attributes.REBUILDS, 1);
        table.items().update(key, update);
    }

    /** How many rebuilds changed something. */
    public long rebuilds() {
        return Attributes.number(read(), Attributes.REBUILDS);
    }

    /** Has raw views kept for another time from now on, or for ever. Those of the past are not looked at. */
    public void retain(Optional<Retention> retention, Clock clock) {
        changed(old -> {
            requireSameNaming(old);
            var next = new TreeMap<>(old);
            next.put(Attributes.VERSION, Attributes.number(PagePath.VERSION));
            var stored = retention(old);
            if (stored.isPresent() && !stored.equals(retention)) {
                // What the old retention let expire stays gone.
                var horizon = new SiteAgreement(stored, complete(old), Set.of()).horizon(clock);
                next.put(Attributes.COMPLETE, Attributes.number(horizon.getEpochSecond()));
            }
            retention.ifPresentOrElse(
                    kept -> next.put(Attributes.RETENTION, Attributes.number(kept.days())),
                    () -> next.remove(Attributes.RETENTION));
            return new Change<>(next, next);
        });
    }

    private interface Decision<T> {
        Change<T> on(Map<String, AttributeValue> old);
    }

    private record Change<T>(Map<String, AttributeValue> next, T result) {}

    /** Reads the item, decides, and writes what changed, unless another run was quicker: then once more. */
    private <T> T changed(Decision<T> decision) {
        var result = new AtomicReference<T>();
        table.backoff()
                .until("noting the settings of this run", "another run changes them at the same time.", attempt -> {
                    var old = read();
                    var change = decision.on(old);
                    result.set(change.result());
                    return change.next().equals(old) || update(old, change.next());
                });
        return result.get();
    }

    /** The item without its key; empty if there is none. */
    Map<String, AttributeValue> read() {
        var stored = table.call(client ->
                client.getItem(get -> get.tableName(table.name()).key(key).consistentRead(true)));
        var item = new TreeMap<>(stored.item());
        item.keySet().removeAll(key.keySet());
        return item;
    }

    /** Other attributes may be other runs' business at the same time: only those that change are touched. */
    private boolean update(Map<String, AttributeValue> old, Map<String, AttributeValue> next) {
        var names = new TreeSet<>(old.keySet());
        names.addAll(next.keySet());
        names.removeIf(name -> Objects.equals(old.get(name), next.get(name)));
        var update = new Expression();
        names.forEach(name -> update.replace(old, name, next.get(name)));
        return table.items().update(key, update).isPresent();
    }

    private void requireSameNaming(Map<String, AttributeValue> item) {
        if (item.containsKey(Attributes.IMPORTING)) {
            throw new TableException("an import into table '" + table.name()
                    + "' did not come to its end: run pagetrack:import with the same file again.");
        }
        if (Attributes.number(item, Attributes.VERSION, PagePath.VERSION) != PagePath.VERSION) {
            throw new TableException("table '" + table.name()
                    + "' names its pages by another version of pagetrack's page paths than"
                    + " this one (" + PagePath.VERSION + "), and no table may mix two. Use a new <siteId>"
                    + " (pagetrack.siteId) and ingest the logs again, or go back to that version.");
        }
    }

    private void requireSameRetention(Optional<Retention> stored, Optional<Retention> wanted) {
        if (stored.isPresent() && wanted.isPresent() && !stored.equals(wanted)) {
            throw new TableException("<retention> (pagetrack.retention) is "
                    + wanted.get().days() + ", but the raw views of table '" + table.name() + "' are kept for "
                    + stored.get().days() + " days, and all runs must agree on that. Leave it out, or change it for all"
                    + " with pagetrack:stamp -Dpagetrack.retention="
                    + wanted.get().days() + ".");
        }
    }

    private static Optional<Retention> retention(Map<String, AttributeValue> item) {
        return Optional.of((int) Attributes.number(item, Attributes.RETENTION))
                .filter(days -> days > 0)
                .map(Retention::new);
    }

    private static Optional<Instant> complete(Map<String, AttributeValue> item) {
        return item.containsKey(Attributes.COMPLETE)
                ? Optional.of(Instant.ofEpochSecond(Attributes.number(item, Attributes.COMPLETE)))
                : Optional.empty();
    }

    private static Map<String, String> policy(Map<String, AttributeValue> item) {
        var policy = item.get(Attributes.POLICY);
        return policy == null
                ? Map.of()
                : policy.m().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, value -> value.getValue().s()));
    }

    private static AttributeValue stored(Map<String, String> policy) {
        return AttributeValue.fromM(policy.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> Attributes.text(value.getValue()))));
    }

    private static Set<String> differing(Map<String, String> one, Map<String, String> other) {
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
        return names;
    }
}
