/** The frame's outline, in the place where each part will be; as index.html has it, so that nothing moves. */
export function FirstPaint() {
  return (
    <div className="outline" role="status" aria-busy="true" aria-label="Loading">
      <div className="outline-rail">
        <div className="outline-brand">
          <img src="/favicon.svg" alt="" width="26" height="26" />
          ACSO
        </div>
      </div>
      <div className="outline-page">
        <div className="outline-header" />
        <div className="outline-content">
          <div />
          <div />
          <div />
          <div />
          <div />
        </div>
      </div>
    </div>
  );
}
