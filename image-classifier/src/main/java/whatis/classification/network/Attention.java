package whatis.classification.network;

import org.jspecify.annotations.Nullable;

/** Spells attention, {@code softmax(q k^T + bias) v}, in TorchScript. Queries come scaled. */
public enum Attention {
    /** One fused operator: the quicker one in fp32, and in bf16 where the CPU has matrix units (AMX). */
    FLASH {
        @Override
        String of(String query, String key, String value, @Nullable String bias) {
            String mask = bias == null ? "" : ", attn_mask=" + bias;
            return "torch.scaled_dot_product_attention(%s, %s, %s%s, scale=1.)".formatted(query, key, value, mask);
        }
    },
    /**
     * Two batched matrix products around a softmax: the quicker one in bf16 on CPUs without matrix units, where the fused
     * operator's own products don't use the CPU's bf16 instructions.
     */
    PRODUCTS {
        @Override
        String of(String query, String key, String value, @Nullable String bias) {
            String products = "torch.matmul(%s, torch.transpose(%s, -2, -1))".formatted(query, key);
            String biased = bias == null ? products : "torch.add(%s, %s)".formatted(products, bias);
            return "torch.matmul(torch.softmax(%s, -1), %s)".formatted(biased, value);
        }
    };

    /**
     * Returns the expression for tensors {@code [batch, heads, tokens, head size]}; keys and values may be of more tokens
     * than queries.
     *
     * @param bias {@code [batch or 1, heads, queries, keys]}, if any
     */
    abstract String of(String query, String key, String value, @Nullable String bias);
}
