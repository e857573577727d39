package org.exchangehub.benchmarks.audit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Facts as a reading of one record leaves them, about 1 KB each with a subject and personal detail, appended through
 * {@code AuditLog.append}. This module is not built against exchange-core, whose jar is a program, so its public methods are
 * called by their names.
 */
final class AppendedFacts {

    private static final List<String> FIELDS = List.of(
            "gmsfhm", "xm", "xb", "mz", "csrq", "csdssx", "hyzk", "xl", "zzmm", "yhzgx", "czhkszd", "xjzd", "hjdxzqh");
    private static final String BASIS =
            "《政务数据共享条例》第二十条；《中华人民共和国行政许可法》第三十四条：行政机关应当对申请人提交的申请材料进行审查，" + "需要对申请材料的实质内容进行核实的，应当指派两名以上工作人员进行核查。";
    private static final UUID GRANT = new UUID(0x0197_0000_0000_7000L, 0x8000_0000_0000_0001L);

    private final Object log;
    private final Object kind;
    private final Object who;
    private final MethodHandle of;
    private final MethodHandle dataset;
    private final MethodHandle purpose;
    private final MethodHandle basis;
    private final MethodHandle grant;
    private final MethodHandle decision;
    private final MethodHandle fields;
    private final MethodHandle filterShape;
    private final MethodHandle rows;
    private final MethodHandle released;
    private final MethodHandle subject;
    private final MethodHandle detail;
    private final MethodHandle personal;
    private final MethodHandle traceId;
    private final MethodHandle build;
    private final MethodHandle append;
    private final MethodHandle index;
    private final AtomicLong numbers = new AtomicLong();

    /** @param hub exchange-core's application context */
    AppendedFacts(Object hub) throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        String root = "org.exchangehub.core.audit.";
        Class<?> auditLog = Class.forName(root + "AuditLog");
        Class<?> fact = Class.forName(root + "AuditFact");
        Class<?> builder = Class.forName(root + "AuditFact$Builder");
        Class<?> kinds = Class.forName(root + "Auditable");
        Class<?> whos = Class.forName(root + "Who");
        Class<?> evidence = Class.forName(root + "Evidence");
        this.log = hub.getClass().getMethod("getBean", Class.class).invoke(hub, auditLog);
        this.kind = kinds.getField("RECORD_READ").get(null);
        this.who = whos.getConstructor(String.class, String.class, String.class)
                .newInstance("8f1c2b9e-6d55-4d0e-9a43-1d1f6f0f9a11", "app-bench", "administrative-approval");
        this.of = lookup.findStatic(fact, "of", MethodType.methodType(builder, kinds, whos));
        this.dataset = lookup.findVirtual(builder, "dataset", MethodType.methodType(builder, String.class));
        this.purpose = lookup.findVirtual(builder, "purpose", MethodType.methodType(builder, String.class));
        this.basis = lookup.findVirtual(builder, "basis", MethodType.methodType(builder, String.class));
        this.grant = lookup.findVirtual(builder, "grant", MethodType.methodType(builder, UUID.class));
        this.decision = lookup.findVirtual(builder, "decision", MethodType.methodType(builder, UUID.class, long.class));
        this.fields = lookup.findVirtual(builder, "fields", MethodType.methodType(builder, List.class));
        this.filterShape = lookup.findVirtual(builder, "filterShape", MethodType.methodType(builder, String.class));
        this.rows = lookup.findVirtual(builder, "rows", MethodType.methodType(builder, long.class));
        this.released = lookup.findVirtual(builder, "released", MethodType.methodType(builder, byte[].class));
        this.subject = lookup.findVirtual(builder, "subject", MethodType.methodType(builder, String.class));
        this.detail = lookup.findVirtual(builder, "detail", MethodType.methodType(builder, String.class, Object.class));
        this.personal =
                lookup.findVirtual(builder, "personal", MethodType.methodType(builder, String.class, String.class));
        this.traceId = lookup.findVirtual(builder, "traceId", MethodType.methodType(builder, String.class));
        this.build = lookup.findVirtual(builder, "build", MethodType.methodType(fact));
        this.append = lookup.findVirtual(auditLog, "append", MethodType.methodType(evidence, fact));
        this.index = lookup.findVirtual(evidence, "index", MethodType.methodType(long.class));
    }

    /**
     * Appends one and waits until it is durable.
     *
     * @return its index in the log
     */
    long append() {
        long number = numbers.incrementAndGet();
        byte[] body = ("{\"gmsfhm\":\"3402021990" + number + "\",\"xm\":\"张*\"}").getBytes(StandardCharsets.UTF_8);
        try {
            Object fact = of.invoke(kind, who);
            fact = dataset.invoke(fact, "201001-000001");
            fact = purpose.invoke(fact, "办理居住证时核验申请人身份与户籍信息");
            fact = basis.invoke(fact, BASIS);
            fact = grant.invoke(fact, GRANT);
            fact = decision.invoke(fact, new UUID(number, ~number), 17L);
            fact = fields.invoke(fact, FIELDS);
            fact = filterShape.invoke(fact, "gmsfhm:eq");
            fact = rows.invoke(fact, 1L);
            fact = released.invoke(fact, body);
            fact = subject.invoke(fact, "3402021990" + number);
            fact = detail.invoke(fact, "release", (Object) "42");
            fact = personal.invoke(fact, "onBehalfOf", "窗口工作人员 " + number % 100);
            fact = traceId.invoke(fact, Long.toHexString(number | Long.MIN_VALUE) + "0123456789abcdef");
            return (long) index.invoke(append.invoke(log, build.invoke(fact)));
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
