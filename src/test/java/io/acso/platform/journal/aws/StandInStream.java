package io.acso.platform.journal.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** What an emulator does not do: refuses some records of a call, and keeps others for a day. */
final class StandInStream implements KinesisClient {

    final List<PutRecordsRequestEntry> taken = new ArrayList<>();
    final List<GetShardIteratorRequest> iterators = new ArrayList<>();
    private int refusals;

    /** Refuses every second record until it has refused so many. */
    StandInStream refusing(int most) {
        refusals = most;
        return this;
    }

    @Override
    public PutRecordsResponse putRecords(PutRecordsRequest request) {
        List<PutRecordsResultEntry> answers = new ArrayList<>();
        for (int i = 0; i < request.records().size(); i++) {
            if (i % 2 == 0 && refusals > 0) {
                refusals--;
                answers.add(PutRecordsResultEntry.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .build());
            } else {
                taken.add(request.records().get(i));
                answers.add(PutRecordsResultEntry.builder()
                        .shardId("shard")
                        .sequenceNumber("" + taken.size())
                        .build());
            }
        }
        return PutRecordsResponse.builder().records(answers).build();
    }

    @Override
    public DescribeStreamSummaryResponse describeStreamSummary(DescribeStreamSummaryRequest request) {
        return DescribeStreamSummaryResponse.builder()
                .streamDescriptionSummary(summary -> summary.retentionPeriodHours(24))
                .build();
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        iterators.add(request);
        return GetShardIteratorResponse.builder().shardIterator("iterator").build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
