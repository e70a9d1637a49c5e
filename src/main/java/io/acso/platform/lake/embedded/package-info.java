/** The lake in DuckDB's memory over Parquet files: a buffer, files published by rename, small ones merged. */
@NullMarked
@NamedInterface("embedded")
package io.acso.platform.lake.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
