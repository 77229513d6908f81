package whatis.classification.engine;

/** Spells attention, {@code softmax(q k^T) v}, in TorchScript. Queries come scaled. */
enum Attention {
    /** One fused operator: the quicker one in fp32, and in bf16 where the CPU has matrix units (AMX). */
    FLASH("flash") {
        @Override
        String of(String query, String key, String value) {
            return "torch.scaled_dot_product_attention(%s, %s, %s, scale=1.)".formatted(query, key, value);
        }
    },
    /**
     * Two batched matrix products around a softmax: the quicker one in bf16 on CPUs without matrix units, where the fused
     * operator's own products don't use the CPU's bf16 instructions.
     */
    PRODUCTS("products") {
        @Override
        String of(String query, String key, String value) {
            return "torch.matmul(torch.softmax(torch.matmul(%s, torch.transpose(%s, -2, -1)), -1), %s)"
                    .formatted(query, key, value);
        }
    };

    private final String word;

    Attention(String word) {
        this.word = word;
    }

    /** Returns the module's method from pixels to logits with it, in libtorch's plain operators. */
    String plain() {
        return "plain_" + word;
    }

    /** Returns the module's method from pixels to logits with it, in fused operators on packed weights. */
    String fused() {
        return "fused_" + word;
    }

    /** Returns the module's method that does nothing else, to see how quick it is. */
    String probe() {
        return "probe_" + word;
    }

    /**
     * Returns the expression for tensors {@code [batch, heads, tokens, head size]}; keys and values may be of more tokens
     * than queries.
     */
    abstract String of(String query, String key, String value);
}
