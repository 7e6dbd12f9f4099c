package dev.pagetrack.table.site;

import static java.util.Objects.requireNonNull;

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

/** Reads and writes the {@code META} item: settings that all runs must share, or whose changes must be reported. */
public final class Meta {

    private final OpenTable table;
    private final Map<String, AttributeValue> key;

    public Meta(OpenTable table) {
        this.table = table;
        this.key = table.attributes().meta();
    }

    /**
     * Checks that this run's settings agree with those of earlier runs, and stores them.
     *
     * @throws TableException if the table has page paths of another version, or another retention
     */
    public SiteAgreement agree(SiteAgreement.Wanted wanted) {
        return change(old -> {
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

    /** Returns what earlier runs agreed on. */
    public SiteAgreement agreement() {
        var item = read();
        return new SiteAgreement(retention(item), complete(item), Set.of());
    }

    /**
     * Stores the version of the page paths, before views of a series layout are moved to this site.
     *
     * @throws TableException if raw views of this site expire: one that was moved and has expired would be moved and
     *     counted again
     */
    public void beginMove() {
        change(old -> {
            requireSameNaming(old);
            if (retention(old).isPresent() || complete(old).isPresent()) {
                throw new TableException(
                        "raw views of this site expire, and one that was moved and has expired would be moved and counted"
                                + " again: use a new <siteId> (pagetrack.siteId), and set <retention> after the move.");
            }
            var next = new TreeMap<>(old);
            next.put(Attributes.VERSION, Attributes.number(PagePath.VERSION));
            return new Change<>(next, next);
        });
    }

    /**
     * Checks that this version of pagetrack may write page paths into the table.
     *
     * @throws TableException if another version named the table's pages, or if an import is not complete
     */
    void requireSameNaming() {
        requireSameNaming(read());
    }

    /** Says why this version finds no views of some pages, if another version named the table's pages. */
    public Optional<String> namingProblem() {
        return namingProblem(read());
    }

    /** Counts a rebuild that changed something. */
    public void countRebuild() {
        var update = new Expression();
        update.add(Attributes.REBUILDS, 1);
        table.items().update(key, update);
    }

    /** Returns how many rebuilds changed something. */
    public long rebuilds() {
        return Attributes.number(read(), Attributes.REBUILDS);
    }

    /** Changes how long new raw views are kept; empty means for ever. Existing raw views do not change. */
    public void retain(Optional<Retention> retention, Clock clock) {
        change(old -> {
            requireSameNaming(old);
            var next = new TreeMap<>(old);
            next.put(Attributes.VERSION, Attributes.number(PagePath.VERSION));
            var stored = retention(old);
            if (stored.isPresent() && !stored.equals(retention)) {
                // Raw views that expired under the old retention are lost.
                var horizon = new SiteAgreement(stored, complete(old), Set.of()).horizon(clock);
                next.put(Attributes.COMPLETE, Attributes.number(horizon.getEpochSecond()));
            }
            retention.ifPresentOrElse(
                    kept -> next.put(Attributes.RETENTION, Attributes.number(kept.days())),
                    () -> next.remove(Attributes.RETENTION));
            return new Change<>(next, next);
        });
    }

    /** Returns the attributes of the item on which a running ingestion depends. */
    static Map<String, AttributeValue> terms(Map<String, AttributeValue> item) {
        var terms = new TreeMap<>(item);
        terms.keySet()
                .retainAll(Set.of(Attributes.VERSION, Attributes.RETENTION, Attributes.COMPLETE, Attributes.IMPORTING));
        return terms;
    }

    /** Whether an item still says what a run has agreed on. */
    static boolean agreesWith(SiteAgreement agreement, Map<String, AttributeValue> item) {
        return retention(item).equals(agreement.retention()) && complete(item).equals(agreement.complete());
    }

    private interface Decision<T> {
        Change<T> on(Map<String, AttributeValue> old);
    }

    private record Change<T>(Map<String, AttributeValue> next, T result) {}

    /** Reads the item, decides, and writes what changed. If another run changed the item meanwhile, does so again. */
    private <T> T change(Decision<T> decision) {
        var result = new AtomicReference<T>();
        table.backoff()
                .until("noting the settings of this run", "another run changes them at the same time.", attempt -> {
                    var old = read();
                    var change = decision.on(old);
                    result.set(change.result());
                    return change.next().equals(old) || update(old, change.next());
                });
        return requireNonNull(result.get(), "a decision has a result");
    }

    /** Returns the item without its key; empty if it does not exist. */
    Map<String, AttributeValue> read() {
        var stored = table.call(client ->
                client.getItem(get -> get.tableName(table.name()).key(key).consistentRead(true)));
        var item = new TreeMap<>(stored.item());
        item.keySet().removeAll(key.keySet());
        return item;
    }

    /** Updates only the attributes that change, because other runs may change others at the same time. */
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
                    + "' did not finish: run pagetrack:import with the same file again.");
        }
        namingProblem(item).ifPresent(problem -> {
            throw new TableException(problem);
        });
    }

    private Optional<String> namingProblem(Map<String, AttributeValue> item) {
        var stored = Attributes.number(item, Attributes.VERSION, PagePath.VERSION);
        return stored == PagePath.VERSION
                ? Optional.empty()
                : Optional.of(table.label() + " has page names of version " + stored
                        + ", and this pagetrack writes version " + PagePath.VERSION
                        + ", in which some pages have other names. A site must not mix the two: set a new <siteId>"
                        + " (pagetrack.siteId) and ingest all logs again.");
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
