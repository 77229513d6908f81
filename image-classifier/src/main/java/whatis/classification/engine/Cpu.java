package whatis.classification.engine;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the processor can do.
 *
 * @param vendor as x86 names it, such as {@code GenuineIntel}; empty elsewhere
 * @param flags as Linux names them; empty where that can't be found out
 */
record Cpu(String vendor, Set<String> flags) {

    private static final String INTEL = "GenuineIntel";

    /**
     * What Linux calls the instructions that multiply bf16: two of x86, and Arm's FEAT_BF16, for which libtorch asks, too. Arm's
     * {@code svebf16} never comes without it; {@code i8mm} and {@code sve} say nothing about bf16.
     */
    private static final Set<String> BF16 = Set.of("avx512_bf16", "amx_bf16", "bf16");

    /** What Linux calls the instructions that multiply bytes, of x86: oneDNN has nothing of its own for int8 on Arm. */
    private static final Set<String> INT8 = Set.of("avx512_vnni", "avx_vnni", "amx_int8");

    /** Asks Linux about this machine. */
    static Cpu here() {
        return describedIn(Path.of("/proc/cpuinfo"));
    }

    /** Reads what is said of the first core. */
    static Cpu describedIn(Path cpuInfo) {
        CpuInfo core = CpuInfo.in(cpuInfo);
        // On x86, and on Arm.
        Set<String> flags = core.first("flags")
                .or(() -> core.first("Features"))
                .map(names -> Set.copyOf(Arrays.asList(names.split("\\s+"))))
                .orElse(Set.of());
        return new Cpu(core.first("vendor_id").orElse(""), flags);
    }

    /**
     * Tells whether products of bf16 are quicker than those of fp32. Intel's processors since Sapphire Rapids, the first with
     * {@code avx512_fp16}, owe that to their matrix units alone, which a virtual machine may hide: one that has just
     * {@code avx512_bf16} takes one and a half times as long in bf16. AMD's gain from that.
     */
    boolean gainsFromBf16() {
        boolean hidden = vendor.equals(INTEL) && flags.contains("avx512_fp16") && !hasMatrixUnits();
        return !hidden && flags.stream().anyMatch(BF16::contains);
    }

    /**
     * Tells whether it multiplies bytes and sums the products in 32 bits by one instruction. Without it oneDNN sums pairs of
     * products in 16 bits, which overflow.
     */
    boolean multipliesInt8() {
        return flags.stream().anyMatch(INT8::contains);
    }

    /** Returns the flags that decide on how quickly it multiplies matrices, sorted. */
    List<String> matrixFlags() {
        return flags.stream()
                .filter(flag -> BF16.contains(flag) || INT8.contains(flag))
                .sorted()
                .toList();
    }

    /** Tells whether it has matrix units for bf16. */
    boolean hasMatrixUnits() {
        return flags.contains("amx_bf16");
    }
}
