/** What makes first answers quick: the decoder is compiled while nobody asks, and a start can be rehearsed. */
package whatis.service.warmup;
